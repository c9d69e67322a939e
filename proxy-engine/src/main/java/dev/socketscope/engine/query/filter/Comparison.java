package dev.socketscope.engine.query.filter;

/** How two values are compared. */
enum Comparison {
    EQUAL("=="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Whether only equality is asked for, which every kind of value has. */
    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    /** @param order negative, zero or positive as of {@code compare} */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
