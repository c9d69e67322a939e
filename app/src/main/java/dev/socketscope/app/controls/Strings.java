package dev.socketscope.app.controls;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's texts. */
public final class Strings {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.socketscope.fx.strings.socketscope",
            Locale.ROOT);

    private Strings() {}

    /** For {@code %key} in FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * @param values for {@code {0}}, {@code {1}} …; numbers are to be formatted by the caller
     * @throws java.util.MissingResourceException for a key that is not there
     */
    public static String of(String key, String... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
