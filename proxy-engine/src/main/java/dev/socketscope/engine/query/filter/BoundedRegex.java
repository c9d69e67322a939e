package dev.socketscope.engine.query.filter;

import java.util.regex.Pattern;

/**
 * A regular expression that cannot stop the reader: it sees the first 64 Ki characters, and gives up after a number of steps. Who
 * writes {@code (a+)+$} gets no match, and a note of it, instead of a window that never answers.
 */
final class BoundedRegex {
    static final int MAX_CHARS = 64 << 10;
    /** A simple pattern looks at each character a few times; only nested repetition gets here, after some milliseconds. */
    static final int MAX_STEPS = 1 << 20;

    private final Pattern pattern;

    BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @param whole what the text is part of; told when the search was given up */
    boolean isFoundIn(String text, FilterContent whole) {
        try {
            return pattern.matcher(new Steps(text, 0, Math.min(text.length(), MAX_CHARS), new int[1])).find();
        } catch (OutOfSteps | StackOverflowError e) {
            // The JDK's matcher recurses for repeated groups; a long text can use up the stack before the steps.
            whole.giveUp();
            return false;
        }
    }

    /** Text that counts how often it is looked at. */
    private record Steps(String text, int from, int end, int[] taken) implements CharSequence {
        @Override
        public int length() {
            return end - from;
        }

        @Override
        public char charAt(int index) {
            if (++taken[0] > MAX_STEPS || (taken[0] & 0xFFF) == 0 && Thread.currentThread().isInterrupted()) {
                throw new OutOfSteps();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return new Steps(text, from + start, from + stop, taken);
        }

        @Override
        public String toString() {
            return text.substring(from, end);
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }
}
