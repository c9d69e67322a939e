package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.ReplayStatus;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holding, editing and replaying as a script does it; every answer is held against the document. */
class InterceptionCallsTest {
    private static final String API = "/api/v1";
    private final ControlRig rig = new ControlRig();
    private final BlockingQueue<String> echoed = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        rig.close();
    }

    private String heldId(int count) {
        await().until(() -> rig.engine.heldMessages().size() == count);
        return rig.get(API + "/held").at("/held/0/id");
    }

    private String next() throws InterruptedException {
        return String.valueOf(echoed.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aMessageIsHeldShownAndDecidedOn() throws Exception {
        WebSocket socket = rig.open("/echo", echoed);
        ControlRig.Reply set = rig.post(API + "/breakpoints",
                "{\"match\":{\"direction\":\"to-upstream\",\"text\":\"{\"},\"holdFor\":\"30s\",\"label\":\"json\"}");
        assertThat(set.status()).isEqualTo(201);
        String breakpoint = set.at("/id");
        for (String text : new String[]{"{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "plain"}) {
            socket.sendText(text, true).join();
        }
        String first = heldId(3);
        JsonNode listed = rig.get(API + "/breakpoints").json().at("/breakpoints/0");
        assertThat(listed.at("/breakpoint/label").asString()).isEqualTo("json");
        assertThat(listed.get("holding").intValue()).isEqualTo(3);
        ControlRig.Reply whole = rig.get(API + "/held/" + first);
        assertThat(whole.at("/text")).isEqualTo("{\"n\":1}");
        assertThat(whole.at("/message/breakpoint")).isEqualTo(breakpoint);
        decide(first, "{\"action\":\"edit\",\"base64\":\"eyJuIjoxMH0=\",\"opcode\":\"text\"}");
        decide(heldId(2), "{\"action\":\"drop\"}");
        decide(heldId(1), "{\"action\":\"forward\"}");
        assertThat(next()).isEqualTo("{\"n\":10}");
        assertThat(next()).isEqualTo("{\"n\":3}");
        assertThat(next()).isEqualTo("plain");
        assertThat(rig.get(API + "/held/" + first).status()).isEqualTo(404);
        assertThat(rig.post(API + "/held/" + first, "{\"action\":\"drop\"}").status()).isEqualTo(404);
        assertThat(rig.delete(API + "/breakpoints/" + breakpoint).status()).isEqualTo(200);
        assertThat(rig.delete(API + "/breakpoints/" + breakpoint).status()).isEqualTo(404);
        assertThat(rig.delete(API + "/breakpoints").at("/message")).isEqualTo("Cleared 0 breakpoints.");
    }

    private void decide(String id, String body) {
        ControlRig.Reply reply = rig.post(API + "/held/" + id, body);
        assertThat(reply.status()).as(reply.answer().body()).isEqualTo(200);
        await().until(() -> rig.engine.heldMessages().stream().noneMatch(m -> m.id().equals(id)));
    }

    @Test
    void aReplayIsStartedFollowedAndCancelled() throws Exception {
        WebSocket socket = rig.open("/echo", echoed);
        socket.sendText("again", true).join();
        assertThat(next()).isEqualTo("again");
        String id = rig.engine.connections().getFirst().id();
        ControlRig.Reply begun = rig.post(API + "/connections/" + id + "/replay",
                "{\"frames\":[0],\"timing\":\"none\"}");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(next()).isEqualTo("again");
        await().until(() -> rig.engine.replays().getFirst().state() == ReplayStatus.State.DONE);
        assertThat(rig.get(API + "/replays").at("/replays/0/state")).isEqualTo("done");
        assertThat(rig.get(API + "/replays/" + begun.at("/id")).at("/sent")).isEqualTo("1");
        assertThat(rig.get(API + "/replays/rpl_99").status()).isEqualTo(404);
        assertThat(rig.delete(API + "/replays/" + begun.at("/id")).status()).isEqualTo(409);
        assertThat(rig.delete(API + "/replays").at("/message")).isEqualTo("Cancelling 0 replays.");
        ControlRig.Reply refused = rig.post(API + "/connections/" + id + "/replay", "{\"frames\":[0,77]}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).startsWith("Frame 77 is not in the capture");
        assertThat(rig.post(API + "/connections/ws_none/replay", "{\"from\":0}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/breakpoints|{\"holdFor\":\"50ms\"}|holdFor|50ms|a duration from 100ms to 1h",
            "/breakpoints|{\"holdfor\":\"5s\"}|holdfor|an unknown key|did you mean holdFor?",
            "/breakpoints|{\"count\":0}|count|0|a whole number from 1",
            "/breakpoints|{\"match\":{\"opcode\":\"ping\"}}|match.opcode|ping|text or binary",
            "/held/held_1|{\"action\":\"fwd\"}|action|\"fwd\"|one of forward, edit, drop",
            "/held/held_1|{\"action\":\"edit\"}|text|nothing|either text or base64",
            "/held/held_1|{\"action\":\"edit\",\"text\":\"a\",\"base64\":\"YQ==\"}|text|text and base64|either text or base64",
            "/held/held_1|{\"action\":\"drop\",\"text\":\"x\"}|text|an unknown key|one of action",
            "/connections/ws_1/replay|{\"frames\":[]}|frames|0 numbers|1 to 10000",
            "/connections/ws_1/replay|{\"frames\":[\"1\"]}|frames[0]|\"1\"|a whole number",
            "/connections/ws_1/replay|{\"from\":9,\"to\":3}|to|3|a whole number from 9",
            "/connections/ws_1/replay|{\"from\":0,\"speed\":1000}|speed|1000.0|a number from 0.1 to 100",
            "/connections/ws_1/replay|{\"from\":0,\"timing\":\"none\",\"speed\":2}|speed|an unknown key|timing",
            "/connections/ws_1/replay|{}|from|nothing|a whole number"})
    void whatCannotBeIsRefusedWithKeyValueAndExpectation(String path, String body, String key, String value,
            String expected) {
        ControlRig.Reply reply = rig.post(API + path, body);
        assertThat(reply.status()).as(reply.answer().body()).isEqualTo(400);
        assertThat(reply.at("/key")).isEqualTo(key);
        assertThat(reply.at("/value")).isEqualTo(value);
        assertThat(reply.at("/expected")).contains(expected);
    }
}
