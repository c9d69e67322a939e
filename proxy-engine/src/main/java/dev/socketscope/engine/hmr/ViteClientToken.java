package dev.socketscope.engine.hmr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token that Vite bakes into {@code /@vite/client}; a new one for every start of the server. */
public final class ViteClientToken {
    private static final Pattern TOKEN = Pattern.compile("wsToken\\s*=\\s*[\"']([^\"']+)[\"']");

    private ViteClientToken() {}

    /** Empty when the script holds none. */
    public static String read(String script) {
        Matcher token = TOKEN.matcher(script);
        return token.find() ? token.group(1) : "";
    }

    /** The token with which a page's socket was opened; empty when its query holds none. */
    public static String ofQuery(String query) {
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("token=")) {
                return parameter.substring("token=".length());
            }
        }
        return "";
    }
}
