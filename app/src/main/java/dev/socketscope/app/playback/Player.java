package dev.socketscope.app.playback;

import java.util.List;

/** Where a recording is played, how fast, and where the next stop is. Knows no clock and no window. */
final class Player {
    /** Times faster than it was. */
    static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 50);
    private static final long NANOS = 1_000;

    private final long begin;
    private final long end;
    private final List<Mark> marks;
    private long position;
    private boolean playing;
    private int speed = 1;

    /**
     * Stands at the end.
     *
     * @param begin microseconds since the epoch
     * @param end the same or later
     * @param marks oldest first
     */
    Player(long begin, long end, List<Mark> marks) {
        this.begin = begin;
        this.end = end;
        this.marks = marks;
        this.position = end;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    /** Microseconds since the epoch. */
    long position() {
        return position;
    }

    boolean playing() {
        return playing;
    }

    int speed() {
        return speed;
    }

    void speed(int times) {
        speed = times;
    }

    /** Goes on, from the beginning when it stands at the end. */
    void play() {
        position = position >= end ? begin : position;
        playing = end > begin;
    }

    void pause() {
        playing = false;
    }

    /** So much time has passed; it stops at the end. */
    void advance(long nanos) {
        if (playing) {
            go(position + nanos / NANOS * speed);
            playing = position < end;
        }
    }

    /** @param micros since the epoch; outside of the recording leads to its begin or end */
    void go(long micros) {
        position = Math.clamp(micros, begin, end);
    }

    /** Goes to the first mark after where it stands, or to the end. */
    void next() {
        go(marks.stream().mapToLong(Mark::micros).filter(at -> at > position).findFirst().orElse(end));
    }

    /** Goes to the last mark before where it stands, or to the begin. */
    void previous() {
        go(marks.stream()
                .mapToLong(Mark::micros)
                .filter(at -> at < position)
                .reduce((one, other) -> other)
                .orElse(begin));
    }
}
