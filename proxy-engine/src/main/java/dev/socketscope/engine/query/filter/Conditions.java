package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.journal.FrameScreen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates and simplifies trees of conditions. */
final class Conditions {
    private Conditions() {}

    /** Whether the tree holds for the frame. */
    static boolean holds(Expr expr, FilterSubject frame) {
        return switch (expr) {
            case Expr.Constant constant -> constant == Expr.Constant.ALWAYS;
            case Expr.All(List<Expr> parts) -> allHold(parts, frame);
            case Expr.Any(List<Expr> parts) -> anyHolds(parts, frame);
            case Expr.Not(Expr part) -> !holds(part, frame);
            case Expr.OnConnection _ -> false;
            case Expr.OnFrame(FrameTerm term) -> term.matches(frame);
        };
    }

    // Loops, not streams: these run for every captured frame.
    private static boolean allHold(List<Expr> parts, FilterSubject frame) {
        for (int i = 0; i < parts.size(); i++) {
            if (!holds(parts.get(i), frame)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyHolds(List<Expr> parts, FilterSubject frame) {
        for (int i = 0; i < parts.size(); i++) {
            if (holds(parts.get(i), frame)) {
                return true;
            }
        }
        return false;
    }

    /** The tree with the conditions on the connection decided. */
    static Expr on(Expr expr, @Nullable Connection connection) {
        return switch (expr) {
            case Expr.Constant constant -> constant;
            case Expr.All(List<Expr> parts) -> all(parts.stream().map(part -> on(part, connection)).toList());
            case Expr.Any(List<Expr> parts) -> any(parts.stream().map(part -> on(part, connection)).toList());
            case Expr.Not(Expr part) -> not(on(part, connection));
            case Expr.OnConnection(ConnectionField field, Wildcard value) ->
                Expr.Constant.of(connection != null && field.matches(connection, value));
            case Expr.OnFrame onFrame -> onFrame;
        };
    }

    /** Whether any single condition in the tree is of that kind. */
    static boolean asks(Expr expr, Predicate<Expr> kind) {
        return switch (expr) {
            case Expr.All(List<Expr> parts) -> parts.stream().anyMatch(part -> asks(part, kind));
            case Expr.Any(List<Expr> parts) -> parts.stream().anyMatch(part -> asks(part, kind));
            case Expr.Not(Expr part) -> asks(part, kind);
            case Expr.Constant _,Expr.OnConnection _,Expr.OnFrame _ -> kind.test(expr);
        };
    }

    /** What every frame passes for which the tree holds, whatever its connection is. */
    static FrameScreen screen(Expr expr) {
        return switch (expr) {
            case Expr.All(List<Expr> parts) -> FrameScreen.all(parts.stream().map(Conditions::screen).toList());
            case Expr.Any(List<Expr> parts) -> FrameScreen.any(parts.stream().map(Conditions::screen).toList());
            case Expr.OnFrame(FrameTerm term) -> term.screen();
            // A screen lets too many pass, and what it keeps back says nothing of the opposite.
            case Expr.Constant _,Expr.Not _,Expr.OnConnection _ -> FrameScreen.Plain.EVERY;
        };
    }

    static Expr all(List<Expr> parts) {
        return combine(parts, Expr.Constant.ALWAYS, Expr.Constant.NEVER, Expr.All::new);
    }

    static Expr any(List<Expr> parts) {
        return combine(parts, Expr.Constant.NEVER, Expr.Constant.ALWAYS, Expr.Any::new);
    }

    static Expr not(Expr part) {
        return switch (part) {
            case Expr.Constant constant -> Expr.Constant.of(constant == Expr.Constant.NEVER);
            case Expr.Not(Expr twice) -> twice;
            case Expr.All _,Expr.Any _,Expr.OnConnection _,Expr.OnFrame _ -> new Expr.Not(part);
        };
    }

    /** Leaves out what changes nothing, stops at what decides everything, and puts the cheap parts first. */
    private static Expr combine(List<Expr> parts, Expr neutral, Expr deciding,
            Function<List<Expr>, Expr> combination) {
        List<Expr> left = new ArrayList<>(parts);
        left.removeIf(part -> part == neutral);
        if (left.contains(deciding)) {
            return deciding;
        }
        left.sort(Comparator.comparingInt(Conditions::cost));
        return switch (left.size()) {
            case 0 -> neutral;
            case 1 -> left.getFirst();
            default -> combination.apply(List.copyOf(left));
        };
    }

    private static int cost(Expr expr) {
        return switch (expr) {
            case Expr.Constant _,Expr.OnConnection _ -> 0;
            case Expr.All(List<Expr> parts) -> parts.stream().mapToInt(Conditions::cost).max().orElse(0);
            case Expr.Any(List<Expr> parts) -> parts.stream().mapToInt(Conditions::cost).max().orElse(0);
            case Expr.Not(Expr part) -> cost(part);
            case Expr.OnFrame(FrameTerm term) -> term.cost();
        };
    }
}
