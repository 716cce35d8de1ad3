// Three questions go by the name of Customer Effort Score; one of them runs the other way.
import { CES_1, CES_2, computeCes, computeCesNet, computeCesShare, formatResult } from 'cx-scoring';

// "How easy did the company make it to solve your problem?", 1 very difficult to 7 very easy: the default.
const ease = [7, 6, 6, 5, 7, 4, 6, 2, 5, 7];
console.log(formatResult(computeCes(ease)));

// Two other statistics of the same answers: how many are easy, and easy less difficult.
console.log(formatResult(computeCesShare(ease)));
console.log(formatResult(computeCesNet(ease)));

// "The company made it easy for me to handle my issue", 1 strongly disagree to 7 strongly agree.
console.log(formatResult(computeCes([6, 7, 5, 6], { version: CES_2 })));
// "How much effort did you personally have to put forth?", 1 very low to 5 very high: low is good.
console.log(formatResult(computeCes([1, 2, 2, 4], { version: CES_1 })));
console.log(formatResult(computeCesShare([1, 2, 2, 4], { version: CES_1 })));
