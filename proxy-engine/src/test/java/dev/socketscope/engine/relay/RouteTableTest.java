package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
    private static Route route(String host, String path, String upstream) {
        return Route.of(host, path, upstream);
    }

    private static String find(RouteTable table, String host, String path) {
        RouteTable.Match match = table.find(host, path);
        return match == null ? "none" : match.upstream().uri();
    }

    @Test
    void theLongestPathWinsThenTheOrder() {
        RouteTable table = new RouteTable(List.of(route("*", "/", "http://a:1"), route("*", "/_hmr", "http://b:2"),
                route("*", "/_hmr/deep", "http://c:3"), route("x.test", "/", "http://d:4"),
                route("*", "/_hmr/", "http://e:5")));
        assertThat(find(table, "h", "/")).isEqualTo("http://a:1");
        assertThat(find(table, "h", "/_hmr")).isEqualTo("http://b:2");
        assertThat(find(table, "h", "/_hmr/x")).isEqualTo("http://b:2");
        assertThat(find(table, "h", "/_hmr/deep/er")).isEqualTo("http://c:3");
        assertThat(find(table, "x.test", "/")).isEqualTo("http://a:1");
    }

    @ParameterizedTest
    @CsvSource({"/app,/app,true", "/app,/app/,true", "/app,/app/x,true", "/app,/apple,false", "/app,/ap,false",
            "/app/,/app,true", "/app/,/apple,false", "/,/anything,true", "/,*,true", "/a%20b,/a%20b/c,true"})
    void aPathRuleEndsAtASegmentBoundary(String rule, String path, boolean fits) {
        RouteTable table = new RouteTable(List.of(route("*", rule, "http://a:1")));
        assertThat(table.find("h", path) != null).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"*,anything,true", "a.test,a.test,true", "A.Test,a.test,true", "a.test,b.a.test,false",
            "*.a.test,b.a.test,true", "*.a.test,c.b.a.test,true", "*.a.test,a.test,false", "*.a.test,xa.test,false"})
    void aHostRuleIsAnyExactOrASuffix(String rule, String host, boolean fits) {
        RouteTable table = new RouteTable(List.of(route(rule, "/", "http://a:1")));
        assertThat(table.find(host, "/") != null).isEqualTo(fits);
    }

    @Test
    void portAndSandboxComeFromTheHostName() {
        RouteTable table = new RouteTable(List.of(route("*.us2.example.org", "/", "http://{sandbox}.internal:{port}")));
        RouteTable.Match match = Objects.requireNonNull(table.find("3000-abc123.us2.example.org", "/"));
        assertThat(match.upstream())
                .isEqualTo(new UpstreamAddress(null, "abc123.internal", 3000));
        assertThat(match.named()).isEqualTo(new SandboxHost(3000, "abc123"));
        assertThat(table.find("abc123.us2.example.org", "/")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"3000-abc.x,3000,abc", "3000-a-b_c,3000,a-b_c", "1-x.y.z,1,x", "65535-x,65535,x"})
    void aSandboxLabelIsDigitsADashAndAName(String host, int port, String name) {
        assertThat(SandboxHost.parse(host)).isEqualTo(new SandboxHost(port, name));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "abc", "-abc", "3000-", "70000-x", "0-x", "3000x-y", "300000-x", "3000-a@b"})
    void otherLabelsNameNothing(String host) {
        assertThat(SandboxHost.parse(host)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*|/|ftp://a:1|the scheme must be http or https",
            "*|/|http://a:1/base|only scheme, host and port",
            "*|/|http://|upstream \"http://\"", "*|/|nonsense|the scheme must be", "*|/|http://a:99999|port",
            "*|x|http://a:1|path must begin with /", "a.*|/|http://a:1|host must be", "*x|/|http://a:1|host must be"})
    void aRouteThatCannotWorkIsRefusedWithTheReason(String host, String path, String upstream, String why) {
        assertThatThrownBy(() -> new RouteTable(List.of(route(host, path, upstream))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anUpstreamHasTheUsualPortWhenItNamesNone() {
        assertThat(UpstreamAddress.parse("http://a"))
                .isEqualTo(new UpstreamAddress(null, "a", 80));
        assertThat(UpstreamAddress.parse("HTTPS://a/"))
                .isEqualTo(new UpstreamAddress(UpstreamTls.VERIFIED, "a", 443));
        assertThat(UpstreamAddress.parse("http://[::1]:5173"))
                .isEqualTo(new UpstreamAddress(null, "::1", 5173));
        assertThat(UpstreamAddress.parse("http://[::1]:5173").hostAndPort()).isEqualTo("[::1]:5173");
    }

    @ParameterizedTest
    @CsvSource({"LocalHost:9000,localhost", "a.test.,a.test", "[::1]:80,::1", "user@a.test:1,a.test", "'',''"})
    void theHostIsTakenFromTheAuthority(String authority, String host) {
        assertThat(new RequestTarget(authority, "/", null).host()).isEqualTo(host);
    }
}
