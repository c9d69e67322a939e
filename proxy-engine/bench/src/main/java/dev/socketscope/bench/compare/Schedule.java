package dev.socketscope.bench.compare;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param rounds that count
 * @param first load on every candidate and workload before the first round, so that a JVM has compiled what it runs
 * @param warmUp load before each measurement
 * @param measured length of each measurement
 */
public record Schedule(int rounds, Duration first, Duration warmUp, Duration measured) {}
