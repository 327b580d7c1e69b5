package org.francophonie.dclic.platform.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.platform.settings.Setting;

/** Settings written as lines {@code key=value}. */
final class SettingsText {
    private SettingsText() {}

    /** @param wrong lines that name no setting, shortened */
    record Read(Map<Setting<?>, String> values, List<String> wrong) {}

    static Read read(String text) {
        var values = new LinkedHashMap<Setting<?>, String>();
        var wrong = new ArrayList<String>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var halves = line.split("=", 2);
            var setting = Setting.named(halves[0].strip());
            if (halves.length == 2 && setting.isPresent()) values.put(setting.get(), halves[1].strip());
            else wrong.add(line.length() > 30 ? line.substring(0, 30) + "…" : line);
        });
        return new Read(values, wrong);
    }
}
