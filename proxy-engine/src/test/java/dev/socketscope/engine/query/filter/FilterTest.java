package dev.socketscope.engine.query.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    /** Frame 100, to the client, text, 2 KiB, 5 ms in the proxy, of connection ws_12. */
    private static final Subject UPDATE = Subject.text("""
            {"type":"Update","n":3,"ok":true,"err":null,"x":1.5,"id":"7","big":1e400,"a b":{"-c":1},
             "updates":[{"path":"/src/App.jsx","t":1},{"path":"/src/Bär.css","t":20}]} \\end""".replace(" \\end", ""));

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "update", "UPDATE", "\"type\\\":\\\"update\"", "bär", "BÄR", "app.jsx update",
            "/App\\.jsx/", "/app\\.JSX/i", "/[/]src[/]/", "/\\/src\\//", "/update.*path/si", "hex:227479",
            "hex:\"22 74 79\"", "path:hmr", "path:/_HMR", "path:/_hmr*", "path:*socket", "path:/*/socket",
            "path:token=abc", "host:sandbox", "host:*.sandbox.localhost:9000", "route:_hmr", "proto:vite", "conn:ws_12",
            "conn:12", "conn:ws_1*", "state:open", "state:OPEN", "state:o*", "dir:down", "dir:to-client", "DIR:Down",
            "op:text", "op:data", "size>1k", "size>=2k", "size=2KiB", "size==2048", "size<2.5kb", "size<=1m",
            "size!=1", "size > 2047", "size:>1k", "size:2048b", "inproxy>4ms", "inproxy=5ms", "inproxy<1s",
            "inproxy>=5000us", "inproxy<5.001ms", "seq>99", "seq<=100", "seq:100",
            "json.type==\"Update\"", "json.type=Update", "json.type!=\"x\"", "json.n>2", "json.n >= 3", "json.n<4",
            "json.n==3.0", "json.x>1.4", "json.x<1.6", "json.big>5", "json.ok==true", "json.err", "json.err==null",
            "json.id==7", "json.id==\"7\"", "json.type>\"A\"", "json[\"a b\"].-c==1",
            "json.updates[0].path==\"/src/App.jsx\"", "json.updates[1].t>10", "json.updates[*].t>10",
            "json.updates[*].path ~ /b.r/i", "json.type ~ /^Up/", "json.n~/3/", "json.updates", "json.updates[0]",
            "update and path:hmr", "nothing or update", "not nothing", "-nothing", "-(nothing or never)",
            "nothing never or update", "(nothing or update) size>1k", "not (not update)", "--update", "not dir:up",
            "not json.missing", "not json.type==\"x\"", "NOT nothing AND update OR nothing", "\"and\" or update",
            "{ \"type\" }"})
    void theseSelectTheFrame(String expression) throws FilterException {
        assertThat(Filter.parse(expression).matches(UPDATE, Subject.CONNECTION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "\"app.jsx update\"", "/app\\.jsx/", "/^$/", "hex:ffff", "path:/other",
            "path:hmr*",
            "host:sandbox*", "proto:graphql", "conn:ws_1", "conn:2", "state:closed", "dir:up", "op:binary",
            "op:control",
            "size>2k", "size<2k", "inproxy>5ms", "seq>100", "json.type==\"update\"", "json.type!=Update", "json.n>3",
            "json.n==\"3\"", "json.ok==\"true\"", "json.missing", "json.missing!=1", "json.updates[2]",
            "json.updates[*].t>20", "json.type[0]", "json.n.x", "json.updates==1", "json.err!=null", "json.type<5",
            "json.updates ~ /path/", "update nothing", "not update", "-update", "nothing or never",
            "update and (nothing or never)", "not (update or nothing)"})
    void theseDoNot(String expression) throws FilterException {
        assertThat(Filter.parse(expression).matches(UPDATE, Subject.CONNECTION)).isFalse();
    }

    @Test
    void anUnknownInProxyTimeMeetsNoCondition() throws FilterException {
        Subject unknown = new Subject(1, UPDATE.direction(), UPDATE.opcode(), 1, -1, UPDATE.content());
        assertThat(Filter.parse("inproxy<1s").matches(unknown)).isFalse();
        assertThat(Filter.parse("inproxy>0us").matches(unknown)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "{\"type\":\"Update\"", "{\"type\":\"Update\"} tail", "\"Update\"", "[",
            "{\"type\":", "  "})
    void whatIsNoWholeJsonDocumentMeetsNoJsonCondition(String text) throws FilterException {
        assertThat(Filter.parse("json.type").matches(Subject.text(text))).isFalse();
        assertThat(Filter.parse("not json.type").matches(Subject.text(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"a/b\"}", "{\"type\":\"a\\/b\"}", "{\"\\u0074ype\":\"a/b\"}",
            "{\"type\":\"\\u0061/b\"}", " \n{ \"type\" : \"a/b\" }\t", "{\"x\":[{\"type\":0}],\"type\":\"a/b\"}"})
    void jsonIsFoundHoweverItIsSpelled(String spelled) throws FilterException {
        assertThat(Filter.parse("json.type==\"a/b\"").matches(Subject.text(spelled))).isTrue();
        assertThat(Filter.parse("json.type==a/b").matches(Subject.text(spelled))).isTrue();
        assertThat(Filter.parse("json.type==a/c").matches(Subject.text(spelled))).isFalse();
    }

    @Test
    void bytesThatAreNoTextCanStillBeSearched() throws FilterException {
        Subject binary = Subject.of(new byte[]{(byte) 0x82, (byte) 0xA3, 'E', 'r', 'r', 0, (byte) 0xFF});
        assertThat(Filter.parse("err").matches(binary)).isTrue();
        assertThat(Filter.parse("hex:ff").matches(binary)).isTrue();
        assertThat(Filter.parse("hex:00ff hex:82a3").matches(binary)).isTrue();
        assertThat(Filter.parse("hex:45727220").matches(binary)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"path:/other", "path:/other update", "(path:/a or path:/b) size>1k", "not path:hmr",
            "state:closed or host:example", "not (path:hmr or size>1k)", "-state:open dir:up"})
    void aConnectionIsRuledOutWhenNoneOfItsFramesCanPass(String expression) throws FilterException {
        assertThat(Filter.parse(expression).couldMatch(Subject.CONNECTION)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path:hmr", "size>1k", "path:/other or size>1k", "not (path:hmr size>1k)",
            "nothing path:hmr", "not nothing"})
    void aConnectionStaysWhenAFrameOfItMightPass(String expression) throws FilterException {
        assertThat(Filter.parse(expression).couldMatch(Subject.CONNECTION)).isTrue();
    }

    @Test
    void whatConcernsTheConnectionIsDecidedOnceForAllItsFrames() throws FilterException {
        Filter filter = Filter.parse("path:/_hmr or size>1m");
        assertThat(filter.asksConnection()).isTrue();
        assertThat(filter.on(Subject.CONNECTION).isAll()).isTrue();
        Connection other = Subject.connection("ws_2", "/echo", Connection.State.OPEN);
        assertThat(filter.on(other).asksConnection()).isFalse();
        assertThat(filter.on(other).isNone()).isFalse();
        assertThat(filter.on(other).matches(UPDATE)).isFalse();
        assertThat(filter.on(null).matches(UPDATE)).isFalse();
    }
}
