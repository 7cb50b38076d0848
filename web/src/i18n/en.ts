import access from "./en.access.ftl?raw";
import chart from "./en.chart.ftl?raw";
import everywhere from "./en.ftl?raw";
import patient from "./en.patient.ftl?raw";
import record from "./en.record.ftl?raw";
import settings from "./en.settings.ftl?raw";
import sheets from "./en.sheets.ftl?raw";

/** The interface in English: one source, written in a file a subject. */
export default [everywhere, access, chart, patient, record, settings, sheets].join("\n");
