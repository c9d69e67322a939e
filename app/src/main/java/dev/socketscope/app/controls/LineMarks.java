package dev.socketscope.app.controls;

/** Ranges of bytes that a search has found, in order. */
public interface LineMarks {
    LineMarks NONE = new LineMarks() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public int atOrAfter(long offset) {
            return 0;
        }

        @Override
        public long start(int index) {
            return 0;
        }

        @Override
        public int length() {
            return 0;
        }

        @Override
        public int current() {
            return -1;
        }
    };

    int count();

    /** Index of the first range that begins at {@code offset} or later; {@link #count()} when there is none. */
    int atOrAfter(long offset);

    /** Where a range begins. */
    long start(int index);

    /** Bytes of every range. */
    int length();

    /** Index of the range that was gone to last; -1 when none was. */
    int current();
}
