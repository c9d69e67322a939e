package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the terms that begin with a name, and tells them from plain words. */
final class TermParser {
    private final FilterText text;

    TermParser(FilterText text) {
        this.text = text;
    }

    /** The term at the present place; null when a plain word stands there, of which nothing was taken. */
    @Nullable
    Expr parse() throws FilterException {
        int from = text.at();
        String name = text.name().toLowerCase(Locale.ROOT);
        if (name.equals("json") && (text.peek() == '.' || text.peek() == '[')) {
            return new Expr.OnFrame(new JsonTermParser(text).parse());
        }
        for (Quantity quantity : Quantity.values()) {
            if (quantity.term().equals(name) && QuantityParser.follows(text)) {
                return new Expr.OnFrame(QuantityParser.parse(text, quantity));
            }
        }
        if (!name.isEmpty() && text.peek() == ':') {
            text.next();
            return NamedTerms.parse(text, name, from);
        }
        refuseNearMiss(name, from);
        text.goTo(from);
        return null;
    }

    /** A mistyped {@code siez>1k} would otherwise look for that very text and find nothing. */
    private void refuseNearMiss(String name, int from) throws FilterException {
        if (name.isEmpty() || "=!<>".indexOf(text.peek()) < 0) {
            return;
        }
        if (NamedTerms.NAMES.contains(name)) {
            throw text.error("expected a colon: " + name + ":");
        }
        String nearest = Nearest.find(name, Quantity.TERMS, 2).orElse("");
        if (!nearest.isEmpty() && nearest.charAt(0) == name.charAt(0)) {
            throw new FilterException(
                    "unknown quantity '%s'. Did you mean %s? Put it in quotes to look for it as text".formatted(name,
                            nearest),
                    from);
        }
    }
}
