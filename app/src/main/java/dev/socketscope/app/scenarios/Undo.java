package dev.socketscope.app.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The texts that a document had, at most {@value #MOST} each way. What is typed without a pause is one change. */
final class Undo {
    static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<String> after = new ArrayDeque<>();
    private Instant typed = Instant.MIN;

    /** @param old what stood there until now */
    void changed(String old) {
        typed = Instant.MIN;
        push(before, old);
        after.clear();
    }

    void typed(String old, Instant now) {
        boolean goesOn = typed.plus(PAUSE).isAfter(now) && !before.isEmpty() && after.isEmpty();
        if (!goesOn) {
            changed(old);
        }
        typed = now;
    }

    Optional<String> back(String now) {
        return step(before, after, now);
    }

    Optional<String> forth(String now) {
        return step(after, before, now);
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForth() {
        return !after.isEmpty();
    }

    private Optional<String> step(Deque<String> from, Deque<String> to, String now) {
        typed = Instant.MIN;
        Optional<String> text = Optional.ofNullable(from.pollLast());
        text.ifPresent(any -> push(to, now));
        return text;
    }

    private static void push(Deque<String> texts, String text) {
        if (texts.size() == MOST) {
            texts.removeFirst();
        }
        texts.addLast(text);
    }
}
