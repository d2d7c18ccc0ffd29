import {parseExpression} from 'feelin';
const show=(s,c={})=>{const t=parseExpression(s,c);let out='';t.iterate({enter(n){out+='('+n.name+(n.node.firstChild?'':'='+JSON.stringify(s.slice(n.from,n.to)))+(n.type.isError?'!!':'')},leave(){out+=')'}});console.log(s,'\n   ',out)};
for (const s of process.argv.slice(2)) try{show(s)}catch(e){console.log(s,"ERR",e.message)}
