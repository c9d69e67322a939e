package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.AddressText;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.util.Locale;

/** What tells one browser's pages on one host from those of others: as close as HTTP comes to naming a page. */
record PageKey(String host, String client, String userAgent) {
    private static final int LONGEST = 300;

    static PageKey of(HttpHeaders headers, Channel client) {
        String agent = headers.get("User-Agent", "");
        String address = client.remoteAddress() instanceof InetSocketAddress inet ? AddressText.inUrl(inet) : "";
        return new PageKey(SeenTexts.of(headers.get(Fields.HOST, "").toLowerCase(Locale.ROOT)), SeenTexts.of(address),
                SeenTexts.of(agent.substring(0, Math.min(agent.length(), LONGEST))));
    }
}
