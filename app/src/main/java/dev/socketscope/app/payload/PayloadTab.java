package dev.socketscope.app.payload;

/** The ways to look at a payload. */
public enum PayloadTab {
    JSON("JSON"),
    TEXT("Text"),
    HEX("Hex"),
    /** What the application's format says. */
    DECODED("Decoded"),
    /** What is other than in the message before it. */
    DIFF("Diff"),
    IMAGE("Image");

    private final String label;

    PayloadTab(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
