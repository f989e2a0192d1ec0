/** A lean HTTP/1.1 client, so that the crowd takes as little as possible from what it measures. */
@NullMarked
package org.counterfoil.crowd.http;

import org.jspecify.annotations.NullMarked;
