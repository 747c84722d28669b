package io.upswing.scheduling.duecases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values as spreadsheets write them: a quoted cell may hold commas, doubled quotes and line ends. */
final class CsvTable {
    private final String text;
    private int at;

    private CsvTable(String text) {
        this.text = text;
    }

    /** One map from column to cell for each row under the header. */
    static List<Map<String, String>> parse(String text) {
        var table = new CsvTable(text.startsWith("\uFEFF") ? text.substring(1) : text);
        var columns = table.row();
        var rows = new ArrayList<Map<String, String>>();
        while (table.at < table.text.length()) {
            rows.add(named(columns, table.row()));
        }
        return rows;
    }

    private static Map<String, String> named(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells instead of " + columns.size() + ": " + cells);
        }
        var row = new LinkedHashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
            row.put(columns.get(column), cells.get(column));
        }
        return row;
    }

    private List<String> row() {
        var cells = new ArrayList<String>();
        do {
            cells.add(cell());
        } while (at < text.length() && text.charAt(at++) == ',');
        return cells;
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        var start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '"' && (at + 1 == text.length() || text.charAt(++at) != '"')) {
                break;
            }
            cell.append(text.charAt(at));
        }
        while (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        return cell.toString();
    }
}
