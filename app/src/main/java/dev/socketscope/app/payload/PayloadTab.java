package dev.socketscope.app.payload;

/** The ways to look at a payload. */
public enum PayloadTab {
    JSON("JSON"),
    TEXT("Text"),
    HEX("Hex");

    private final String label;

    PayloadTab(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
