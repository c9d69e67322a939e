package dev.socketscope.app.actions;

import java.util.Locale;

/** How well a text answers to what somebody types in a hurry: its letters in their order, best at the beginnings of words and side by side. */
final class Fuzzy {
    /** Of a text that does not answer at all. */
    static final int NOTHING = -1;
    private static final int LETTER = 1;
    private static final int BESIDE = 5;
    private static final int BEGINNING = 8;
    private static final int WHOLE = 12;

    private Fuzzy() {}

    /**
     * Every word that is typed must be found, wherever; upper and lower case are alike.
     *
     * @return the more the better, 0 for nothing typed, {@link #NOTHING} when a word is not found
     */
    static int score(String typed, String text) {
        String in = text.toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int score = word.isEmpty() ? 0 : word(word, in);
            if (score == NOTHING) {
                return NOTHING;
            }
            sum += score;
        }
        return sum;
    }

    /** As a piece of the text where it stands in one, else scattered over it from each place where it may begin. */
    private static int word(String word, String text) {
        int best = NOTHING;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int beginning = begins(text, at) ? BEGINNING : 0;
            best = Math.max(best, WHOLE + beginning + word.length() * (LETTER + BESIDE));
        }
        for (int at = text.indexOf(word.charAt(0)); at >= 0
                && best == NOTHING; at = text.indexOf(word.charAt(0), at + 1)) {
            best = begins(text, at) ? scattered(word, text, at) : NOTHING;
        }
        return best;
    }

    private static int scattered(String word, String text, int from) {
        int score = 0;
        int before = from - 1;
        for (int i = 0; i < word.length(); i++) {
            int at = next(text, word.charAt(i), before + 1);
            if (at < 0) {
                return NOTHING;
            }
            score += LETTER + (begins(text, at) ? BEGINNING : at == before + 1 ? BESIDE : 0);
            before = at;
        }
        return score;
    }

    /** Right here, else where a word begins so, else anywhere. */
    private static int next(String text, char letter, int from) {
        if (from < text.length() && text.charAt(from) == letter) {
            return from;
        }
        for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
            if (begins(text, at)) {
                return at;
            }
        }
        return text.indexOf(letter, from);
    }

    private static boolean begins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
