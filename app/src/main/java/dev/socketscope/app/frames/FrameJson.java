package dev.socketscope.app.frames;

import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Frames as JSON, one object a line, with the control API's names. */
final class FrameJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FrameJson() {}

    static String lines(List<FrameRow> rows) {
        return rows.stream().map(FrameJson::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(FrameRow row) {
        Frame frame = row.frame();
        ObjectNode object = JSON.createObjectNode();
        object.put("seq", frame.seq());
        object.put("at", FrameTimes.at(frame).toString());
        object.put("connection", frame.connection());
        object.put("direction", frame.direction().wireName());
        object.put("opcode", frame.opcode().wireName());
        object.put("fin", frame.fin());
        object.put("rsv1", frame.rsv1());
        object.put("masked", frame.masked());
        object.put("length", frame.length());
        object.put("captured", frame.captured());
        if (frame.inProxyMicros() != Frame.IN_PROXY_UNKNOWN) {
            object.put("inProxyMicros", frame.inProxyMicros());
        }
        object.put(row.text() ? "text" : "hex", row.preview());
        object.putPOJO("faults", frame.faults());
        object.put("injected", frame.injected());
        object.put("held", frame.held());
        return JSON.writeValueAsString(object);
    }
}
