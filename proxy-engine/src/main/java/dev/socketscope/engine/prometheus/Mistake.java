package dev.socketscope.engine.prometheus;

/**
 * What a text has that its format does not allow; the line is left out.
 *
 * @param line from 1
 * @param got the text at the place, cut when it is long
 */
public record Mistake(int line, String got, String expected) {
    private static final int LONGEST = 60;

    static Mistake of(int line, String got, String expected) {
        return new Mistake(line, got.length() <= LONGEST ? got : got.substring(0, LONGEST) + "…", expected);
    }

    @Override
    public String toString() {
        return "line " + line + ": got " + (got.isEmpty() ? "nothing" : "\"" + got + "\"") + ", expected " + expected;
    }
}
