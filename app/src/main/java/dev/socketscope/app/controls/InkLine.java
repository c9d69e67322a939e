package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of text in several inks.
 *
 * @param runs in order and without gaps; the last one ends with the text
 */
public record InkLine(String text, List<Run> runs) {
    public static final InkLine EMPTY = new InkLine("", List.of());

    /** @param end index after the run's last character; it begins where the one before ended */
    public record Run(int end, Ink ink) {}

    public static InkLine of(String text, Ink ink) {
        return text.isEmpty() ? EMPTY : new InkLine(text, List.of(new Run(text.length(), ink)));
    }

    /** Puts a line together. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();

        public Builder add(CharSequence part, Ink ink) {
            if (part.isEmpty()) {
                return this;
            }
            text.append(part);
            if (!runs.isEmpty() && runs.getLast().ink() == ink) {
                runs.removeLast();
            }
            runs.add(new Run(text.length(), ink));
            return this;
        }

        public int length() {
            return text.length();
        }

        public InkLine build() {
            return new InkLine(text.toString(), List.copyOf(runs));
        }
    }
}
