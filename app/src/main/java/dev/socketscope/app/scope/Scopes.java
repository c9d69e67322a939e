package dev.socketscope.app.scope;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selectors of connections: made, and said in words. */
public final class Scopes {
    private Scopes() {}

    public static FaultMatch route(String rule) {
        return new FaultMatch(null, rule, null, null, null, null, null, 1, 0);
    }

    public static FaultMatch sandbox(String name) {
        return new FaultMatch(null, null, null, name, null, null, null, 1, 0);
    }

    /** {@code all}, {@code /_hmr ↓}, {@code ws_7f3a}: as short as can be. */
    public static String words(FaultMatch scope) {
        List<String> words = new ArrayList<>();
        add(words, scope.connection());
        add(words, scope.route() == null ? null : Strings.of("scope.route", scope.route()));
        add(words, scope.path());
        add(words, scope.sandbox() == null ? null : Strings.of("scope.sandbox", scope.sandbox()));
        if (words.isEmpty()) {
            words.add(Strings.of("scope.all"));
        }
        if (scope.direction() != null) {
            words.add(scope.direction() == Direction.TO_UPSTREAM ? "↑" : "↓");
        }
        return String.join(" ", words);
    }

    /** With the messages that are meant. */
    public static String allWords(FaultMatch scope) {
        List<String> words = new ArrayList<>(List.of(words(scope)));
        add(words, scope.opcode() == null ? null : scope.opcode().wireName());
        add(words, scope.text() == null ? null : "“" + scope.text() + "”");
        add(words, scope.everyNth() == 1 ? null
                : Strings.of("scope.every", Integer.toString(scope.everyNth())));
        add(words, scope.skip() == 0 ? null : Strings.of("scope.skip", Integer.toString(scope.skip())));
        return String.join(" · ", words);
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }
}
