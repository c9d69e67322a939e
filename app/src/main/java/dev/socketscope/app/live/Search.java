package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The one search expression of the window, and what is wrong with it. JavaFX thread only. */
public final class Search {
    /** Turns an expression into the connections that can hold a match. */
    @FunctionalInterface
    public interface Compiler {
        Predicate<Connection> compile(String expression) throws FilterException;
    }

    /** @param position index of the first character of {@code typed} that does not fit */
    public record Mistake(String typed, String message, int position) {}

    /** Hears that an expression has made place for another one. */
    @FunctionalInterface
    public interface Replaced {
        /**
         * @param now what stands there; empty when everything is shown
         * @param back brings back what stood there, unless somebody has typed since
         */
        void replaced(String now, Runnable back);
    }

    private final Compiler compiler;
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper expression = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Predicate<Connection>> connections = new ReadOnlyObjectWrapper<>(c -> true);
    private final ReadOnlyObjectWrapper<@Nullable Mistake> mistake = new ReadOnlyObjectWrapper<>(null);

    private Replaced replaced = (now, back) -> {};

    public Search(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Tries an expression. One that cannot be understood is told in {@link #mistake()}, and the one before stays in force. */
    public void type(String text) {
        typed.set(text);
        try {
            Predicate<Connection> compiled = text.isBlank() ? c -> true : compiler.compile(text);
            mistake.set(null);
            connections.set(compiled);
            expression.set(text.strip());
        } catch (FilterException e) {
            mistake.set(new Mistake(text, Objects.toString(e.getMessage(), ""), e.position()));
        }
    }

    /** Puts another expression in the place of what stands there, for somebody who does not type it; see {@link #onReplaced}. */
    public void replace(String text) {
        String before = typed.get();
        type(text);
        if (!before.isBlank() && !before.equals(text)) {
            replaced.replaced(text, () -> {
                if (typed.get().equals(text)) {
                    type(before);
                }
            });
        }
    }

    /** @param told of every expression that has made place for another one at once */
    public void onReplaced(Replaced told) {
        replaced = told;
    }

    /** What stands in the box. */
    public ReadOnlyStringProperty typed() {
        return typed.getReadOnlyProperty();
    }

    /** The last expression that could be understood; empty for everything. */
    public ReadOnlyStringProperty expression() {
        return expression.getReadOnlyProperty();
    }

    /** Which connections can hold a match of {@link #expression()}. */
    public ReadOnlyObjectProperty<Predicate<Connection>> connections() {
        return connections.getReadOnlyProperty();
    }

    /** What is wrong with {@link #typed()}; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable Mistake> mistake() {
        return mistake.getReadOnlyProperty();
    }
}
