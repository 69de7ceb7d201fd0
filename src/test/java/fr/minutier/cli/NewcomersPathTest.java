package fr.minutier.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The newcomer's path without any spreadsheet program. */
class NewcomersPathTest extends NewcomersPath {
    @Override
    void type(Map<Path, List<Typed>> workbooks) throws Exception {
        for (var workbook : workbooks.entrySet()) {
            TypedByHand.into(workbook.getKey(), workbook.getValue());
        }
    }
}
