package org.counterfoil.query.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams answers as server-sent events (WHATWG HTML, section 9.2): {@code id} is the position,
 * {@code event} is {@code changed}, {@code data} the body. Each stream has a virtual thread, so
 * that a slow reader delays nobody.
 */
public final class EventStreams implements SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration RECONNECT = Duration.ofSeconds(2);

  /** So that whoever lost access loses the stream: the browser comes back, and is asked again. */
  private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);

  private static final int MOST_STREAMS = 20_000;

  private final LiveTopics topics;
  private final Clock clock;
  private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  public EventStreams(LiveTopics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Opens a stream: the present answer at once, unless the reader has it, then every newer one.
   *
   * @param lastEventId the header {@code Last-Event-ID}, or nothing
   */
  public SseEmitter open(
      String name,
      Predicate<Set<String>> concerns,
      LiveQuestion question,
      @Nullable String lastEventId) {
    if (followers.size() >= MOST_STREAMS) {
      throw Problem.of(ProblemCode.OVERLOADED, "Expected a free stream, but all are taken")
          .exception();
    }
    SseEmitter emitter = new SseEmitter(0L);
    Thread follower =
        Thread.ofVirtual()
            .name("stream-" + name)
            .unstarted(
                () -> {
                  try (LiveTopics.Listener listener = topics.listen(name, concerns, question)) {
                    follow(listener, emitter, position(lastEventId));
                  } finally {
                    followers.remove(Thread.currentThread());
                  }
                });
    emitter.onCompletion(follower::interrupt);
    emitter.onError(gone -> follower.interrupt());
    followers.add(follower);
    follower.start();
    return emitter;
  }

  /** How many streams are open. */
  public int size() {
    return followers.size();
  }

  private void follow(LiveTopics.Listener listener, SseEmitter emitter, long lastPosition) {
    Instant end = clock.instant().plus(LONGEST_STREAM);
    long seen = lastPosition;
    try {
      emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("open"));
      while (!Thread.currentThread().isInterrupted() && clock.instant().isBefore(end)) {
        LiveAnswer answer = listener.await(seen, HEARTBEAT);
        if (answer == null) {
          emitter.send(SseEmitter.event().comment("still here"));
        } else {
          emitter.send(
              SseEmitter.event()
                  .id(Long.toString(answer.position()))
                  .name("changed")
                  .data(answer.body()));
          seen = answer.version();
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      // The reader has left; there is nobody to tell.
      emitter.completeWithError(gone);
    } catch (InterruptedException stopped) {
      emitter.complete();
    }
  }

  private static long position(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? Long.parseLong(lastEventId)
        : -1;
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams, before the server waits for its requests to end. */
  @Override
  public void stop() {
    running = false;
    followers.forEach(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
