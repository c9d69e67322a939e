package dev.socketscope.app.frames;

import dev.socketscope.engine.api.FrameQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Which frames are left out of a query.
 *
 * @param control ping, pong and close
 * @param fragments all fragments of a message but its first
 * @param heartbeats a filter; what fits it is left out. Empty for nothing
 */
record HiddenFrames(boolean control, boolean fragments, String heartbeats) {
    static final HiddenFrames NONE = new HiddenFrames(false, false, "");
    /**
     * Ping and pong; the packets of Engine.IO, SockJS and STOMP that say nothing; JSON that names itself a ping; Phoenix; PINGREQ and
     * PINGRESP of MQTT.
     */
    static final String USUAL_HEARTBEATS = "op:ping or op:pong or size<=64 and (/^[\\s23h]$/ or json.type==\"ping\" or "
            + "json.type==\"pong\" or json.type==\"ka\" or /heartbeat/i) or size=2 and (hex:c000 or hex:d000)";

    FrameQuery apply(FrameQuery query) {
        List<String> terms = new ArrayList<>();
        if (!query.filter().isBlank()) {
            terms.add("(" + query.filter() + ")");
        }
        if (control) {
            terms.add("not op:control");
        }
        if (fragments) {
            terms.add("not op:continuation");
        }
        if (!heartbeats.isBlank()) {
            terms.add("not (" + heartbeats + ")");
        }
        boolean unchanged = !control && !fragments && heartbeats.isBlank();
        return unchanged ? query : new FrameQuery(query.connections(), String.join(" and ", terms));
    }

    /** Where a position in the altered filter stands in the original one. */
    int position(FrameQuery original, int position) {
        return equals(NONE) ? position : Math.clamp(position - 1L, 0, original.filter().length());
    }
}
