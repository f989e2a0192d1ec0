package org.counterfoil.command.aggregate;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one type, in the current unit of work: loads a shell, or makes a new one that is
 * kept only if it records something.
 */
public final class Aggregates<T extends Shell<?>> {

  private final Repository<T> repository;
  private final Function<UUID, T> fresh;

  Aggregates(Repository<T> repository, Function<UUID, T> fresh) {
    this.repository = repository;
    this.fresh = fresh;
  }

  /** The stream's shell as it stands, or an empty one where the stream does not exist. */
  public Loaded<T> find(UUID id) {
    if (BatchStreams.isAbsent(CurrentUnitOfWork.get(), id)) {
      return empty(id);
    }
    try {
      Aggregate<T> aggregate = repository.load(id.toString());
      return new Loaded<>(aggregate.invoke(Function.identity()), () -> aggregate);
    } catch (AggregateNotFoundException missing) {
      return empty(id);
    }
  }

  private Loaded<T> empty(UUID id) {
    T shell = fresh.apply(id);
    AtomicReference<@Nullable Aggregate<T>> created = new AtomicReference<>();
    return new Loaded<>(
        shell,
        () -> {
          Aggregate<T> aggregate = created.get();
          if (aggregate == null) {
            aggregate = create(id, shell);
            created.set(aggregate);
          }
          return aggregate;
        });
  }

  private Aggregate<T> create(UUID id, T shell) {
    try {
      Aggregate<T> aggregate = repository.newInstance(() -> shell);
      BatchStreams.created(CurrentUnitOfWork.get(), id);
      return aggregate;
    } catch (Exception impossible) {
      throw new IllegalStateException("Expected a new " + shell.getClass() + ", but", impossible);
    }
  }
}
