package org.counterfoil.query.live;

import org.counterfoil.feed.projection.ProjectionRunner;

/**
 * A projection that this process runs. Every projection's configuration gives one as a bean.
 *
 * @param name see {@link org.counterfoil.feed.projection.Projection#name}
 * @param mayDiscard see {@link org.counterfoil.feed.projection.Projection#mayDiscard}
 */
public record RunningProjection(String name, ProjectionRunner runner, boolean mayDiscard) {}
