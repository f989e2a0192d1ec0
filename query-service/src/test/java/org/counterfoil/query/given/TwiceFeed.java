package org.counterfoil.query.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;

/** Delivers each event twice in a row, and each batch's events again in front of the next's. */
record TwiceFeed(EventFeed feed) implements EventFeed {

  @Override
  public FeedReader open(String consumer, FeedPosition after) {
    return new TwiceReader(feed.open(consumer, after));
  }

  @Override
  public FeedReader open(String consumer, FeedPosition after, FeedPosition until) {
    return new TwiceReader(feed.open(consumer, after, until));
  }

  @Override
  public long head() {
    return feed.head();
  }

  @Override
  public void close() {
    feed.close();
  }

  private static final class TwiceReader implements FeedReader {
    private final FeedReader reader;
    private List<RecordedEvent> last = List.of();

    TwiceReader(FeedReader reader) {
      this.reader = reader;
    }

    @Override
    public FeedBatch poll(int max, Duration wait) throws InterruptedException {
      FeedBatch batch = reader.poll(max, wait);
      List<RecordedEvent> events = new ArrayList<>(last);
      for (RecordedEvent event : batch.events()) {
        events.add(event);
        events.add(event);
      }
      last = batch.events();
      return new FeedBatch(events, batch.reached());
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
