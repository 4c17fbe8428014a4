#include "cli.h"
int cmd_explain(struct cli *c){return cli_misuse(c,"x",NULL);}
int cmd_check(struct cli *c){return cli_misuse(c,"x",NULL);}
