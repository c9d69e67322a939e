package dev.socketscope.engine.relay;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Header names and values that nearly every upgrade has, each of them once in memory. The decoder makes new ones for every request, and a
 * connection keeps its headers for as long as it is known.
 */
final class CommonTexts {
    private static final Map<String, String> TEXTS = new HashMap<>();

    static {
        for (String each : new String[]{"Host", "Connection", "Upgrade", "User-Agent", "Origin", "Cookie", "Date",
                "Server", "Via",
                "Pragma", "Cache-Control", "Accept-Encoding", "Accept-Language", "Accept", "Content-Length",
                "Content-Type",
                "Sec-WebSocket-Version", "Sec-WebSocket-Key", "Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol",
                "Sec-WebSocket-Accept", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "X-Forwarded-For",
                "X-Forwarded-Host", "X-Forwarded-Proto", "websocket", "Upgrade", "upgrade", "keep-alive, Upgrade", "13",
                "no-cache", "http", "https", "127.0.0.1", HeaderRules.VIA, "gzip, deflate, br, zstd",
                "permessage-deflate; client_max_window_bits"}) {
            TEXTS.put(each, each);
        }
        for (String name : TEXTS.keySet().toArray(String[]::new)) {
            TEXTS.putIfAbsent(name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        }
    }

    private CommonTexts() {}

    /** The same text, perhaps another object. */
    static String of(String text) {
        return TEXTS.getOrDefault(text, text);
    }
}
