package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Secrets;
import java.util.regex.Pattern;

/** Values as messages show them: quoted, not too long, on one line, and without secrets, because messages end up in logs. */
final class Shown {
    private static final int LONGEST = 100;
    private static final Pattern USER = Pattern.compile("(?<=//)[^/@\\s]*@");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Shown() {}

    static String text(String value) {
        String masked = USER.matcher(Secrets.maskQuery(value)).replaceAll(Secrets.MASK + "@");
        String line = CONTROL.matcher(masked).replaceAll(" ");
        return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"';
    }
}
