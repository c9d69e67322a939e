package dev.socketscope.bench.compare;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param rounds that count
 * @param first load of every workload on a candidate that is a JVM before the first round, so that it has compiled what it runs
 * @param warmUp load before each measurement
 * @param measured length of each measurement
 */
public record Schedule(int rounds, Duration first, Duration warmUp, Duration measured) {}
