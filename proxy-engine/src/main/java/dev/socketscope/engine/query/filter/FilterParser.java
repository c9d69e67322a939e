package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions; the grammar stands in the package's description. */
final class FilterParser {
    private static final int DEEPEST = 100;

    private final FilterText text;
    private final TermParser terms;
    private int depth;

    FilterParser(String expression) {
        this.text = new FilterText(expression);
        this.terms = new TermParser(text);
    }

    Expr parse() throws FilterException {
        Expr expr = any();
        if (!text.atEnd()) {
            throw text.error("this ')' closes nothing");
        }
        return expr;
    }

    private Expr any() throws FilterException {
        List<Expr> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (text.takeKeyword("or"));
        return Conditions.any(parts);
    }

    private Expr all() throws FilterException {
        List<Expr> parts = new ArrayList<>();
        do {
            parts.add(one());
            text.skipSpace();
        } while (text.takeKeyword("and") || continues());
        return Conditions.all(parts);
    }

    private boolean continues() {
        int here = text.at();
        boolean ends = text.atEnd() || text.peek() == ')' || text.takeKeyword("or");
        text.goTo(here);
        return !ends;
    }

    private Expr one() throws FilterException {
        if (++depth > DEEPEST) {
            throw text.error("this is nested too deeply");
        }
        text.skipSpace();
        Expr expr = negatedOrPlain();
        depth--;
        return expr;
    }

    private Expr negatedOrPlain() throws FilterException {
        boolean dash = text.peek() == '-' && text.peek(1) != 0 && !Character.isWhitespace(text.peek(1));
        if (dash) {
            text.next();
        }
        if (dash || text.takeKeyword("not")) {
            return Conditions.not(one());
        }
        return switch (text.peek()) {
            case '(' -> group();
            case ')', 0 -> throw text.error("expected something to look for here");
            case '"' -> quoted();
            case '/' -> new Expr.OnFrame(new FrameTerm.WithRegex(RegexParser.parse(text)));
            default -> termOrWord();
        };
    }

    private Expr group() throws FilterException {
        int opened = text.at();
        text.next();
        Expr expr = any();
        if (!text.take(")")) {
            throw new FilterException("this '(' is never closed", opened);
        }
        return expr;
    }

    private Expr quoted() throws FilterException {
        int from = text.at();
        String wanted = text.quoted();
        if (wanted.isEmpty()) {
            throw new FilterException("expected some text between the quotation marks", from);
        }
        return new Expr.OnFrame(new FrameTerm.WithText(new TextSearch(wanted)));
    }

    private Expr termOrWord() throws FilterException {
        int from = text.at();
        for (String keyword : new String[]{"and", "or"}) {
            if (text.takeKeyword(keyword)) {
                throw new FilterException(
                        "expected something to look for before '%s'; put it in quotes to look for the word"
                                .formatted(keyword),
                        from);
            }
        }
        Expr term = terms.parse();
        return term != null ? term : new Expr.OnFrame(new FrameTerm.WithText(new TextSearch(text.word())));
    }
}
