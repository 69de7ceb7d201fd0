package fr.minutier.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Takes out of a workbook what POI writes from the clock, so that the same workbook has the same bytes. */
final class SteadyPackage {
    /** The first day of the zip format stands for none, and Java would then write it again, in the local time zone. */
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SteadyPackage() {}

    /** The workbook as a file; the dates that it holds stay, a missing one does not become the time of the run. */
    static byte[] bytes(XSSFWorkbook workbook) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        if (core.getModified() == null) {
            core.setModified(Optional.of(Optional.ofNullable(core.getCreated()).orElse(Date.from(Instant.EPOCH))));
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream steady = new ByteArrayOutputStream();
        try {
            workbook.write(written);
            repack(written.toByteArray(), steady);
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes is no device", e);
        }
        return steady.toByteArray();
    }

    /** The same entries in the same order, each without a time of its own. */
    private static void repack(byte[] zip, OutputStream steady) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(steady)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_DATE);
                out.putNextEntry(timeless);
                in.transferTo(out);
            }
        }
    }
}
