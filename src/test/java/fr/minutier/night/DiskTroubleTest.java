package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.register.RegisterFile;
import fr.minutier.register.WatchedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From a failure of the night to the trouble with the disk that is behind it. */
class DiskTroubleTest {
    private static final IllegalStateException CLOSED = new IllegalStateException("the register is closed");

    @TempDir
    Path folder;

    private Workplace place() throws IOException {
        Workplace place = new Workplace(folder, folder, folder, LocalDate.of(2026, 7, 1));
        Files.createDirectories(place.register());
        return place;
    }

    @Test
    void a_failure_that_says_nothing_of_a_disk_is_no_trouble_with_it() throws IOException {
        assertThat(DiskTrouble.behind(CLOSED, place())).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoever_comes_after_the_fault_and_finds_the_register_closed_is_told_of_the_disk() throws IOException {
        Workplace place = place();
        Path register = new RegisterFile(place.register()).path();
        Files.createSymbolicLink(register, Path.of("/dev/full"));
        try (FileChannel file =
                new WatchedDisk().getPath("registre:" + register).open("rw")) {
            assertThatThrownBy(() -> file.write(ByteBuffer.allocate(1))).isInstanceOf(IOException.class);
        }
        assertThat(DiskTrouble.behind(CLOSED, place))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("est plein\u00a0: libérez de la place");
    }
}
