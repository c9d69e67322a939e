package dev.socketscope.app.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultTypesReferenceTest {
    @Test
    void thePageTellsEveryTypeAndKey() throws IOException {
        new Generated("docs/reference/fault-types.md", FaultTypesReference.of()).check();
    }
}
