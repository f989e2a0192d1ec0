/**
 * Benchmarks: each answers one question of the list of measures as a ratio to peers, measured in
 * one run on one machine. No part of what users run.
 *
 * <pre>
 * mvn -q -Dfast -pl infra/bench -am process-classes -Dbench=M1     one benchmark
 * mvn -q -Dfast -pl infra/bench -am process-classes -Dbench=all    every one
 *   -Dcounterfoil.bench.rounds=5 -Dcounterfoil.bench.warmups=2
 *   -Dcounterfoil.bench.seconds=5                                  how much is measured
 *   -Dcounterfoil.bench.results=results                            keep what is printed there
 *   -Dbench.options=-Dcounterfoil.bench.events=10000000            a number that one of them takes
 * </pre>
 *
 * <p>To add one: implement {@link org.counterfoil.bench.Benchmark} in a package of its own and list
 * it in {@link org.counterfoil.bench.Benchmarks}. It makes a {@link
 * org.counterfoil.bench.Contender} of ours and one of each peer, lets {@link
 * org.counterfoil.bench.Alternation} run them in turns, and answers a {@link
 * org.counterfoil.bench.Report}. The {@link org.counterfoil.bench.Stage} gives every contender a
 * fresh database of the same durable PostgreSQL. A round ends with its correctness check, and a
 * round that fails does not count. What a peer needs that is not there is said in the report, never
 * passed over.
 */
@NullMarked
package org.counterfoil.bench;

import org.jspecify.annotations.NullMarked;
