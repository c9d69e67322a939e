package dev.socketscope.engine.query.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is asked of a JSON value that was found. */
sealed interface JsonTest {
    /** @param whole what the value was found in */
    boolean passes(JsonNode value, FilterContent whole);

    /** The value is there, {@code null} included. */
    record Exists() implements JsonTest {
        @Override
        public boolean passes(JsonNode value, FilterContent whole) {
            return true;
        }
    }

    /**
     * The value compares with a literal. Strings compare as text; numbers with numbers; a literal without quotes, such as
     * {@code 5} or {@code true}, also equals the string that is spelled so. Values of other kinds are different, and neither less
     * nor greater.
     *
     * @param number the literal as a number; null when it is none, or stood in quotes
     * @param quoted whether the literal stood in quotes and so means a string only
     */
    record Compares(Comparison comparison, String literal, @Nullable BigDecimal number,
            boolean quoted) implements JsonTest {
        @Override
        public boolean passes(JsonNode value, FilterContent whole) {
            if (value.isNumber() && number != null) {
                return comparison.holds(compare(value, number));
            }
            if (value.isString() && (number == null || comparison.isEquality())) {
                return comparison.holds(value.stringValue().compareTo(literal));
            }
            boolean same = !quoted && (value.isBoolean() || value.isNull()) && textOf(value).equals(literal);
            return same ? comparison.holds(0) : comparison == Comparison.NOT_EQUAL;
        }

        /** Integers compare exactly; fractions as doubles, which may be infinite and then have no decimal form. */
        private static int compare(JsonNode value, BigDecimal number) {
            return value.isIntegralNumber()
                    ? value.decimalValue().compareTo(number)
                    : Double.compare(value.doubleValue(), number.doubleValue());
        }
    }

    /** The value's text matches. */
    record Matches(BoundedRegex regex) implements JsonTest {
        @Override
        public boolean passes(JsonNode value, FilterContent whole) {
            return value.isValueNode() && regex.isFoundIn(textOf(value), whole);
        }
    }

    /** A scalar as it is spelled in JSON, a string without its quotes. */
    private static String textOf(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
