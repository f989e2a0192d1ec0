package org.counterfoil.architecture.twin.standalone;

import org.apache.kafka.clients.consumer.Consumer;
import org.axonframework.messaging.Message;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.client.RestClient;

/** Knows every module and everything outside, so that every rule has something to find. */
class KnowsAll {
  org.counterfoil.architecture.twin.domain.Anchor domain;
  org.counterfoil.architecture.twin.eventstore.Anchor eventstore;
  org.counterfoil.architecture.twin.vault.Anchor vault;
  org.counterfoil.architecture.twin.http.Anchor http;
  org.counterfoil.architecture.twin.feed.Anchor feed;
  org.counterfoil.architecture.twin.embedded.Anchor embedded;
  org.counterfoil.architecture.twin.command.Anchor command;
  org.counterfoil.architecture.twin.query.Anchor query;
  org.counterfoil.architecture.twin.crowd.Anchor crowd;
  org.counterfoil.architecture.twin.bench.Anchor bench;
  Message<?> axon;
  Consumer<?, ?> kafka;
  BeanFactory spring;
  RestClient web;
}
