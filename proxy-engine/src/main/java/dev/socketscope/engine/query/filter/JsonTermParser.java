package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what follows {@code json}: a path, and what is asked of the value there. */
final class JsonTermParser {
    private final FilterText text;

    JsonTermParser(FilterText text) {
        this.text = text;
    }

    FrameTerm parse() throws FilterException {
        List<JsonPath.Step> steps = new ArrayList<>();
        while (text.peek() == '.' || text.peek() == '[') {
            steps.add(text.next() == '.' ? field() : bracket());
        }
        JsonPath path = new JsonPath(List.copyOf(steps));
        JsonTest test = test();
        return new FrameTerm.WithJson(path, test, JsonHint.of(path, test));
    }

    private JsonPath.Step field() throws FilterException {
        StringBuilder name = new StringBuilder();
        while (Character.isLetterOrDigit(text.peek()) || text.peek() == '_' || text.peek() == '$' || text.peek() == '-'
                || text.peek() == '@') {
            name.append(text.next());
        }
        if (name.isEmpty()) {
            throw text.error("expected a field's name after the dot; odd names go into [\"…\"]");
        }
        return new JsonPath.Field(name.toString());
    }

    private JsonPath.Step bracket() throws FilterException {
        JsonPath.Step step;
        if (text.peek() == '"') {
            step = new JsonPath.Field(text.quoted());
        } else if (text.take("*")) {
            step = new JsonPath.Each();
        } else {
            step = new JsonPath.Element(index());
        }
        if (!text.take("]")) {
            throw text.error("expected ']'");
        }
        return step;
    }

    private int index() throws FilterException {
        int from = text.at();
        int index = 0;
        while (text.peek() >= '0' && text.peek() <= '9' && text.at() < from + 9) {
            index = 10 * index + text.next() - '0';
        }
        if (text.at() == from) {
            throw text.error("expected a number, * or a name in quotes between the brackets");
        }
        return index;
    }

    private JsonTest test() throws FilterException {
        int from = text.at();
        text.skipSpace();
        if (text.take("~")) {
            text.skipSpace();
            if (text.peek() != '/') {
                throw text.error("expected a regex such as /abc/ after ~");
            }
            return new JsonTest.Matches(RegexParser.parse(text));
        }
        text.goTo(from);
        Comparison comparison = ComparisonParser.take(text);
        return comparison == null ? new JsonTest.Exists() : comparison(comparison);
    }

    private JsonTest comparison(Comparison comparison) throws FilterException {
        text.skipSpace();
        boolean quoted = text.peek() == '"';
        int at = text.at();
        String literal = text.value(comparison.sign());
        BigDecimal number = quoted ? null : number(literal);
        if (!quoted && number == null && !comparison.isEquality()) {
            throw new FilterException("'" + literal + "' is no number; text to compare with goes into quotes", at);
        }
        return new JsonTest.Compares(comparison, literal, number, quoted);
    }

    private static @Nullable BigDecimal number(String literal) {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
