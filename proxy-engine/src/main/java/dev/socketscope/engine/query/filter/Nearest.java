package dev.socketscope.engine.query.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses what somebody meant who mistyped a name. */
final class Nearest {
    private Nearest() {}

    /** For example {@code unknown state 'opn'. Did you mean open?} or, when nothing is near, all the choices. */
    static String unknown(String what, String typed, List<String> choices) {
        return "unknown " + what + ". " + find(typed, choices, 2)
                .map(choice -> "Did you mean " + choice + "?")
                .orElseGet(() -> choices.stream().collect(Collectors.joining(" ", "Known are ", "")));
    }

    /** The choice that takes the fewest changed letters, if that is at most {@code most} and not the whole word. */
    static Optional<String> find(String typed, List<String> choices, int most) {
        String nearest = "";
        int best = most + 1;
        for (String choice : choices) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), choice);
            if (distance < Math.min(best, choice.length())) {
                best = distance;
                nearest = choice;
            }
        }
        return best > most ? Optional.empty() : Optional.of(nearest);
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
