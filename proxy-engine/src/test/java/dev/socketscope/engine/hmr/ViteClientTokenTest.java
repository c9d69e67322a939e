package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViteClientTokenTest {
    @Test
    void theTokenOfTheClientScript() {
        assertThat(
                ViteClientToken.read("const socketHost = `x`;\nconst wsToken = \"kVx61AGec689\";\nconst base = \"/\";"))
                .isEqualTo("kVx61AGec689");
        assertThat(ViteClientToken.read("var wsToken='a-b_c'")).isEqualTo("a-b_c");
        assertThat(ViteClientToken.read("const wsToken = __WS_TOKEN__")).isEmpty();
        assertThat(ViteClientToken.read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"token=kVx61AGec689, kVx61AGec689", "x=1&token=ab, ab", "mytoken=ab, ''", "'', ''", "token=, ''"})
    void theTokenOfAnUpgrade(String query, String token) {
        assertThat(ViteClientToken.ofQuery(query)).isEqualTo(token);
    }
}
