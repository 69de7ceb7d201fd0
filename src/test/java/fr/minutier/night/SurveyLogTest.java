package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.minutier.bordereau.reader.Inbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A file may be named after somebody, and the program may fail on it: the log names nobody. */
class SurveyLogTest {
    @TempDir
    Path input;

    @Test
    void the_name_of_a_file_on_which_the_program_fails_is_told_and_not_logged() throws Exception {
        Files.writeString(input.resolve("Dossier de Arnoulet.xlsx"), "");
        List<Inbox.Entry> entries = Inbox.list(input);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Survey.class);
        logger.addAppender(log);
        try {
            Survey.Seen seen = Survey.guarded(entries, () -> {
                throw new IllegalStateException("on purpose");
            });
            assertThat(seen.unattached().getFirst().where().file()).isEqualTo("Dossier de Arnoulet.xlsx");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage()).isEqualTo("failed on 1 file(s)");
    }
}
