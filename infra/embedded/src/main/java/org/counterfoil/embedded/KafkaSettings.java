package org.counterfoil.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** Kafka's settings: one node that is both broker and controller, sized for a small machine. */
final class KafkaSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final String BROKER = "BROKER";
  private static final String HOST = "127.0.0.1:";

  private KafkaSettings() {}

  static Map<String, String> of(KafkaFolder folder, KafkaPorts ports) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ports.controller());
    settings.put(
        "listeners",
        "%s://%s%d,%s://%s%d"
            .formatted(BROKER, HOST, ports.broker(), CONTROLLER, HOST, ports.controller()));
    settings.put("advertised.listeners", BROKER + "://" + HOST + ports.broker());
    settings.put("inter.broker.listener.name", BROKER);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", folder.logs().toString());

    // After a kill, the controller counts the broker's former self as alive for this long.
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("controlled.shutdown.enable", "false"); // there is nobody to hand over to

    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");

    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    return settings;
  }
}
