/** The only style of the page: system fonts, light and dark, on screen and on paper. */
export const PAGE_STYLE: string = `:root{color-scheme:light dark;--paper:#fff;--card:#f4f7f8;--ink:#1c2529;--soft:#4f5d63;--line:#c3cdd1;--link:#00508a;--good:#00614a;--fair:#7d4600;--bad:#9c1730;--warn:#fff6e0}
@media (prefers-color-scheme:dark){:root{--paper:#14191c;--card:#1d2428;--ink:#e6ecee;--soft:#a9b7bd;--line:#46565e;--link:#7cc4f5;--good:#63d6ab;--fair:#f2b766;--bad:#ff9a9a;--warn:#2b2617}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}
body>header,nav,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
body>header{padding-top:2.5rem}
h1{margin:0;font-size:2rem;line-height:1.2}
h2{margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line);font-size:1.4rem;line-height:1.25}
h3{margin:1.75rem 0 .5rem;font-size:1.1rem;line-height:1.3}
p{margin:.6rem 0;max-width:46rem}
header p,footer,caption,.detail{color:var(--soft)}
li{margin:.25rem 0}
a{color:var(--link)}
nav h2{margin:1.25rem 0 0;padding:0;border:0;font-size:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.25rem 0 0;padding:0;list-style:none}
.skip{position:absolute;left:-99rem;padding:.5rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{left:1rem;top:1rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}
.figures li{display:flex;flex-direction:column;margin:0;padding:.85rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
.figures .value{font-size:1.7rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
.figures .detail{font-size:.9rem}
.figures .mark{margin-top:auto;padding-top:.4rem}
.mark{font-weight:600}
.good{color:var(--good)}
.fair{color:var(--fair)}
.bad{color:var(--bad)}
.unknown{color:var(--soft)}
.scroll{margin:1rem 0;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.94rem;font-variant-numeric:tabular-nums}
caption{padding:.25rem 0 .5rem;text-align:left;font-size:.94rem}
th,td{padding:.5rem .7rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;min-width:7.5rem}
th:first-child,td:first-child{padding-left:0}
thead th{border-bottom:2px solid var(--soft);font-weight:600;vertical-align:bottom}
tbody th{min-width:9rem;font-weight:600}
.number{min-width:5.5rem;text-align:right}
td .mark{display:inline-block;min-width:7rem}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2.5rem)}
figure{margin:1.25rem 0}
figure .scroll{margin:0}
img{display:block;max-width:100%;height:auto}
summary{padding:.3rem 0;color:var(--link);cursor:pointer}
.warnings{margin:1.25rem 0;padding:.25rem 1rem .5rem;border-left:4px solid var(--fair);background:var(--warn)}
.warnings h3{margin:.5rem 0 0;font-size:1rem}
.warnings ul{margin:.25rem 0 .25rem;padding-left:1.2rem}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;border-top:1px solid var(--line);font-size:.9rem}
@media (max-width:40rem){h1{font-size:1.6rem}table{width:max-content;min-width:100%}th,td{max-width:14rem}img{max-width:none;width:44rem}}
@media print{table{width:100%}th,td{max-width:none}:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--link:#000;--good:#00513e;--fair:#693b00;--bad:#8a1229;--warn:#fff}body{font-size:10pt}body>header,main,footer{max-width:none;padding:0}nav,.skip{display:none}summary{list-style:none;color:inherit;font-weight:600;break-after:avoid}h2,h3,caption{break-after:avoid}h2{margin-top:1.5rem}tr,figure,.figures li,.warnings li{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}th,td,tbody th{min-width:0;padding:.3rem .4rem}.number,td .mark{min-width:0}caption span{max-width:none}table{font-size:8.5pt}img{width:auto;max-width:100%}details::details-content{display:block;content-visibility:visible;block-size:auto;opacity:1}}
@page{margin:15mm}
`;

/** What the style is known by in the content security policy: SHA-256 of {@link PAGE_STYLE} in base64. */
export const PAGE_STYLE_HASH: string = 'sha256-0JYVo1XJsnvwfHH4lj3mmx3TBjMPqTKVLYYiZn7sVQU=';
