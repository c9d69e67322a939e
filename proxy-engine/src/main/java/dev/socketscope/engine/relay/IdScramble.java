package dev.socketscope.engine.relay;

/**
 * Turns a connection's number into its id and back, so that logs keep an int and people see {@code ws_k3f9a}. A bijection on
 * 0 … 36⁵ - 1; neighbours in number are far apart as text.
 */
final class IdScramble {
    static final int CAPACITY = 36 * 36 * 36 * 36 * 36;
    static final String PREFIX = "ws_";
    private static final int DIGITS = 5;
    /** Odd and divisible by neither 2 nor 3, hence coprime to 36⁵. */
    private static final long FACTOR = 25_214_903L;
    private static final long INVERSE = java.math.BigInteger.valueOf(FACTOR)
            .modInverse(java.math.BigInteger.valueOf(CAPACITY))
            .longValueExact();
    private static final long OFFSET = 7_654_321L;

    private IdScramble() {}

    /** @param number 0 to {@link #CAPACITY} - 1 */
    static String id(int number) {
        long mixed = (number * FACTOR + OFFSET) % CAPACITY;
        char[] text = new char[DIGITS];
        for (int i = DIGITS - 1; i >= 0; i--) {
            text[i] = Character.forDigit((int) (mixed % 36), 36);
            mixed /= 36;
        }
        return PREFIX + new String(text);
    }

    /** @return -1 when it is not an id */
    static int number(String id) {
        if (!id.startsWith(PREFIX) || id.length() != PREFIX.length() + DIGITS) {
            return -1;
        }
        long mixed = 0;
        for (int i = PREFIX.length(); i < id.length(); i++) {
            char c = id.charAt(i);
            int digit = Character.isUpperCase(c) || c > 127 ? -1 : Character.digit(c, 36);
            if (digit < 0) {
                return -1;
            }
            mixed = mixed * 36 + digit;
        }
        return (int) Math.floorMod((mixed - OFFSET) * INVERSE, (long) CAPACITY);
    }
}
