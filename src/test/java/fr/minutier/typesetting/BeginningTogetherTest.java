package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The first documents of a night are printed while the fonts are being made. */
class BeginningTogetherTest {
    private static final int THREADS = 4;
    private static final int NIGHTS = 12;

    private static Document document() {
        Text words = new Text(List.of(
                new Text.Span("Décision du jury ", false, false),
                new Text.Span("admis", true, false),
                new Text.Span(" à l’unanimité ", false, true),
                new Text.Span("Nguyễn", true, true)));
        return new Document(
                Document.Format.A4_PORTRAIT,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Block.Paragraph(words), new Block.Paragraph(words)));
    }

    @Test
    void threads_that_begin_together_print_the_same_bytes() throws Exception {
        String alone = HexFormat.of().formatHex(Acts.TYPESETTER.print(document(), Acts.IMPRINT));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int night = 0; night < NIGHTS; night++) {
                Typesetter fresh = new Typesetter(Style.load(Path.of("templates/style.yaml")));
                CyclicBarrier together = new CyclicBarrier(THREADS);
                Callable<byte[]> first = () -> {
                    together.await();
                    return fresh.print(document(), Acts.IMPRINT);
                };
                List<Future<byte[]>> printed = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    printed.add(threads.submit(first));
                }
                for (Future<byte[]> one : printed) {
                    assertThat(HexFormat.of().formatHex(one.get())).isEqualTo(alone);
                }
            }
        }
    }
}
