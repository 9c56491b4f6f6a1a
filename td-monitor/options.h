/** What the command line says of the TD: words `name=value` in the fw_cfg file opt/org.tdx-boot/options. */
#ifndef TD_OPTIONS_H
#define TD_OPTIONS_H

/** Reads the options into `td`. An unknown word ends the run with a line that names it. */
void options_read(void);

#endif
