package dev.socketscope.app.timeline;

import java.time.Instant;

/**
 * The next attempt.
 *
 * @param number from 1
 * @param earliest without jitter
 * @param latest with all the jitter there may be
 */
record Plan(String connection, int number, int most, Instant earliest, Instant latest, Instant planned) {}
