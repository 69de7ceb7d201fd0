package fr.minutier.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    /** The first day that the zip format can write: no date, in its words. */
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyPackage() {}

    /** Leaves the dates of a workbook handed in; one that has none would be given the time of the run. */
    static void settle(XSSFWorkbook workbook) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        if (core.getModified() == null) {
            Date steady = Optional.ofNullable(core.getCreated()).orElse(Date.from(Instant.EPOCH));
            core.setModified(Optional.of(steady));
        }
    }

    /** The same entries in the same order, each without a time of its own. */
    static byte[] repacked(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                ZipEntry steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(NO_DATE);
                out.putNextEntry(steady);
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
