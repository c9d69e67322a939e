package dev.socketscope.app.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FilterFieldsReferenceTest {
    @Test
    void thePageTellsEveryField() throws IOException {
        new Generated("docs/reference/filter-fields.md", FilterFieldsReference.of()).check();
    }
}
